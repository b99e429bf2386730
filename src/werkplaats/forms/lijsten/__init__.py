"""The lists of the main window, each as a value: its columns, choices, words, and what can be done with a line."""
