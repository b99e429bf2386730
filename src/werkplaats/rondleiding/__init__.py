"""The guided tour: drives the real window with keys and clicks, checks what a person must see, takes the pictures."""
