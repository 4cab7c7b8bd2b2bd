"""Where and when: the network's places as guests read of them, and as files that other directories take."""
