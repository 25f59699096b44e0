using System.Diagnostics.CodeAnalysis;

namespace PolicyArchive.Briefs;

/// <summary>A digital object identifier (ISO 26324): <c>10.PREFIX/SUFFIX</c>, also read from a doi.org address.</summary>
public readonly record struct Doi
{
    private readonly string? _text;

    private Doi(string text) => _text = text;

    public string Text => _text ?? "";

    public string Url => "https://doi.org/" + Uri.EscapeDataString(Text).Replace("%2F", "/", StringComparison.Ordinal);

    public static bool TryParse(string text, [NotNullWhen(true)] out Doi? doi)
    {
        doi = null;
        string[] heads = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"];
        var head = heads.FirstOrDefault(h => text.StartsWith(h, StringComparison.OrdinalIgnoreCase)) ?? "";
        var bare = text[head.Length..].Trim();
        var slash = bare.IndexOf('/', StringComparison.Ordinal);
        if (slash < 7 || slash == bare.Length - 1 || !bare.StartsWith("10.", StringComparison.Ordinal)
            || bare[3..slash].Any(c => !char.IsAsciiDigit(c) && c != '.')
            || bare.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"'))
        {
            return false;
        }

        doi = new Doi(bare);
        return true;
    }
}

/// <summary>An ORCID iD: sixteen characters whose last is a check digit (ISO 7064, MOD 11-2).</summary>
public readonly record struct Orcid
{
    private readonly string? _text;

    private Orcid(string text) => _text = text;

    /// <summary>In groups of four: <c>0000-0002-1825-0097</c>.</summary>
    public string Text => _text ?? "";

    public string Url => "https://orcid.org/" + Text;

    public static bool TryParse(string text, [NotNullWhen(true)] out Orcid? orcid)
    {
        orcid = null;
        var bare = text.Trim();
        foreach (var head in (string[])["https://orcid.org/", "http://orcid.org/", "orcid.org/"])
        {
            bare = bare.StartsWith(head, StringComparison.OrdinalIgnoreCase) ? bare[head.Length..] : bare;
        }

        var digits = bare.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (digits.Length != 16 || digits[..15].Any(c => !char.IsAsciiDigit(c)) || !(char.IsAsciiDigit(digits[15]) || digits[15] == 'X'))
        {
            return false;
        }

        var total = digits[..15].Aggregate(0, (sum, c) => (sum + (c - '0')) * 2);
        var check = (12 - (total % 11)) % 11;
        if (digits[15] != (check == 10 ? 'X' : (char)('0' + check)))
        {
            return false;
        }

        orcid = new Orcid($"{digits[..4]}-{digits[4..8]}-{digits[8..12]}-{digits[12..]}");
        return true;
    }
}

/// <summary>An ISBN of ten or thirteen digits with a right check digit (ISO 2108).</summary>
public readonly record struct Isbn
{
    private readonly string? _text;

    private Isbn(string text) => _text = text;

    /// <summary>As its writer set the hyphens.</summary>
    public string Text => _text ?? "";

    public static bool TryParse(string text, [NotNullWhen(true)] out Isbn? isbn)
    {
        isbn = null;
        var digits = text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var valid = digits.Length switch
        {
            10 => digits[..9].All(char.IsAsciiDigit) && (char.IsAsciiDigit(digits[9]) || digits[9] == 'X')
                && digits.Select((c, i) => (10 - i) * (c == 'X' ? 10 : c - '0')).Sum() % 11 == 0,
            13 => digits.All(char.IsAsciiDigit) && (digits.StartsWith("978", StringComparison.Ordinal) || digits.StartsWith("979", StringComparison.Ordinal)) && digits.Select((c, i) => (i % 2 == 0 ? 1 : 3) * (c - '0')).Sum() % 10 == 0,
            _ => false,
        };
        isbn = valid ? new Isbn(text.Trim()) : null;
        return valid;
    }
}

/// <summary>An ISSN: eight characters whose last is a check digit (ISO 3297).</summary>
public readonly record struct Issn
{
    private readonly string? _text;

    private Issn(string text) => _text = text;

    public string Text => _text ?? "";

    public static bool TryParse(string text, [NotNullWhen(true)] out Issn? issn)
    {
        issn = null;
        var digits = text.Trim().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (digits.Length != 8 || digits[..7].Any(c => !char.IsAsciiDigit(c)) || !(char.IsAsciiDigit(digits[7]) || digits[7] == 'X')
            || digits.Select((c, i) => (8 - i) * (c == 'X' ? 10 : c - '0')).Sum() % 11 != 0)
        {
            return false;
        }

        issn = new Issn($"{digits[..4]}-{digits[4..]}");
        return true;
    }
}
