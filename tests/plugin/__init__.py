"""The plugin of pytest that a generated package brings: suites of users, run by pytest as a program of its own."""
