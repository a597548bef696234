"""What a comparison gives: classes of changes, rules, changes with their places, and the version step that follows."""
