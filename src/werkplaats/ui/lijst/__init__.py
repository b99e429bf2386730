"""The pages with a long list: its lines come page by page from the background, however many there are."""
