"""The files of a record: photos as a grid of pictures, documents as a list; added, looked at, taken away."""
