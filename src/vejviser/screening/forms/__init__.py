"""What people write about rounds."""
