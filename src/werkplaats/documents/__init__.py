"""Documents: values of the trade in, the bytes of a PDF or the words of a mail out; only here reportlab is known."""
