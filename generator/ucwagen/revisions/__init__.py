"""A word such as ``specs``, ``v1`` or ``v1:apis/specs`` in; the files of the folder of specs that it names out.

Files of revisions are read from the objects of git: nothing is checked out, and no shell runs.
"""
