"""The guided tour: drives the real window with clicks and keys, and takes the pictures."""
