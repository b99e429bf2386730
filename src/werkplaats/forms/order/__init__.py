"""The dialog of a sales order, one file per tab."""
