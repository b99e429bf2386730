"""The repositories, one per topic: values in, values out."""
