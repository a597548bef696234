"""Operations: parameters, request bodies, responses, errors and links."""
