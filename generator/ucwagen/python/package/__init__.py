"""The API in, the views of the files about the whole package out, with the data of its sandbox."""
