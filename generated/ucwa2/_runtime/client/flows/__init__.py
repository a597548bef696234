"""The rules of the protocol as generators without I/O, from one exchange up to recovery, batches and operations."""
