"""Users and groups: who may work here, and what each group may do."""
