"""What speaks with the world outside: one file per party, and the browser, the keyring and the vault of secrets."""
