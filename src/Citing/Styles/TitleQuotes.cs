namespace PolicyArchive.Citing.Styles;

/// <summary>Reads the quotation marks of a title from left to right, and tells those that pair from apostrophes.</summary>
internal sealed class TitleQuotes
{
    private readonly Stack<(string Opener, string Closer, int Place)> _open = new();

    public IEnumerable<int> Unclosed => _open.Where(quote => quote.Place >= 0).Select(quote => quote.Place);

    /// <returns>Where a letter stands that must be as written; null where the mark pairs.</returns>
    public int? Read(string mark, int next)
    {
        switch (mark)
        {
            case "“" or "‘" or " \"" or " '":
                (string Opener, string Closer) pair = mark switch { "“" => ("“", "”"), "‘" => ("‘", "’"), " \"" => (" '", "\""), _ => (" \"", "'") };
                if (_open.Count == 0 || mark == _open.Peek().Opener)
                {
                    _open.Push((pair.Opener, pair.Closer, next));
                    return null;
                }

                var before = _open.Pop().Place;
                _open.Push((pair.Opener, pair.Closer, -1));
                return before < 0 ? null : before;
            case "”" or "’" or "\"" or "'":
                if (_open.Count > 0 && mark == _open.Peek().Closer)
                {
                    _open.Pop();
                    return null;
                }

                return next;
            default:
                return null;
        }
    }
}
