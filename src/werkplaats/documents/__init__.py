"""Documents: values of the trade in, the bytes of a PDF out; reportlab is known here and nowhere else."""
