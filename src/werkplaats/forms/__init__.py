"""The dialogs, named by what a person comes to do in them; they decide no rule."""
