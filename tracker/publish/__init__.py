"""Reports and charts into a folder that works from anywhere, without a network."""
