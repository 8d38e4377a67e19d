def transpose(rows):
    """Rows become columns."""
    if not rows:
        return []
    height = len(rows)
    width = len(rows[0])
    return [[rows[x][y] for x in range(width)] for y in range(height)]


def row_sums(rows):
    return [sum(row) for row in rows]
