"""The machine in the hall: a device of its own, with rights and addresses of its own. It keeps nobody."""
