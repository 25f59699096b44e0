namespace PolicyArchive.Reading;

/// <summary>What the YAML parser says, in words for people who do not know its grammar.</summary>
internal static class YamlFault
{
    // In order: the first whose words stand in the parser's message.
    private static readonly (string Words, string What, string Cure)[] Known =
    [
        ("invalid mapping", "a second colon in one line makes this no value", "put quotation marks round the value, e.g. `title: \"Water: who pays\"`"),
        ("mapping values are not allowed", "a second colon in one line makes this no value", "put quotation marks round the value, e.g. `title: \"Water: who pays\"`"),
        (" tab ", "a tab stands where YAML wants spaces", "indent with spaces"),
        ("surrogate", "an escape in this value is half a character", "write the character itself"),
        ("escape", "an escape in this value is unknown", "use single quotation marks, in which a backslash is only a backslash"),
        ("quoted scalar", "the quotation mark that opens here is not closed before the next key", "close it; inside single quotation marks, write a quotation mark twice"),
        ("flow sequence", "the list that opens with `[` is not closed", "close it with `]`, or put quotation marks round a text that begins with a bracket"),
        ("flow mapping", "the value that opens with `{` is not closed", "close it with `}`, or put quotation marks round a text that begins with a brace"),
        ("expected ':'", "this line is no `key: value`", "put a colon and a space after the key"),
        ("simple key", "this line is no `key: value`", "put a colon and a space after the key"),
        ("cannot start any token", "this sign cannot begin a value", "put quotation marks round the value"),
        ("block scalar, did not find", "`|` and `>` begin a text of several lines, and nothing may follow them in their own line", "put quotation marks round a value that begins with such a sign"),
        ("extra spaces", "the lines of this text are not indented alike", "indent its first line like those that follow"),
        ("anchor", "this sign cannot begin a value", "put quotation marks round a value that begins with `&` or `*`"),
        ("expected node content", "this sign cannot begin a value", "put quotation marks round the value"),
        ("mapping keys are not allowed", "a question mark and a space cannot begin a value", "put quotation marks round the value"),
        ("directive", "a line that begins with `%` is an order to a YAML parser, and none is followed", "remove it, or put quotation marks round the value"),
        ("<document start>", "a line that begins with `%` is an order to a YAML parser, and none is followed", "remove it"),
        ("entries are not allowed", "a list item cannot begin here", "begin it on a line of its own, or put quotation marks round a text that begins with a hyphen"),
        ("expected <document end>", "this line belongs to nothing above it", "write it as `key: value`, or indent it under its key"),
        ("block mapping", "this line is not indented like its neighbours", "begin keys of one level in one column"),
        ("block collection", "this line is not indented like its neighbours", "begin the items of one list in one column"),
    ];

    public static (string What, string Cure) InPlainWords(string message)
    {
        foreach (var (words, what, cure) in Known)
        {
            if (message.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return (what, cure);
            }
        }

        var mark = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        var said = (mark < 0 ? message : message[(mark + 3)..]).TrimEnd('.').ReplaceLineEndings(" ");
        return ($"this is not valid YAML: {said}", "put quotation marks round a value that holds a colon, a quotation mark or a hash");
    }
}
