using System.Collections.Frozen;
using System.Text;
using PolicyArchive.Briefs;

namespace PolicyArchive.Citing;

/// <summary>An author as bibliographies want one: in parts, or whole where the parts are not known (CSL 1.0.2, "Name variables").</summary>
internal abstract record CitedName
{
    private static readonly FrozenSet<string> Particles = FrozenSet.Create(
        StringComparer.Ordinal,
        "af", "al", "am", "an", "auf", "av", "aw", "bin", "bint", "d'", "da", "dal", "das", "de", "del", "della", "dem", "den", "der", "di", "do", "dos", "du", "e", "el", "ibn",
        "im", "la", "las", "le", "les", "lo", "los", "ten", "ter", "van", "vom", "von", "y", "zu", "zum", "zur", "’t", "'t");

    private static readonly FrozenSet<string> Suffixes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV");

    private CitedName()
    {
    }

    /// <summary>A body, or a person whose name has one part or unknown ones: printed as it is, never turned round.</summary>
    public sealed record Literal(string Name, bool IsBody) : CitedName;

    /// <param name="Particle">Written before the family name and kept with it: <c>van der</c>. Empty where there is none.</param>
    /// <param name="Suffix"><c>Jr.</c>, <c>III</c>, or empty.</param>
    public sealed record Personal(string Given, string Particle, string Family, string Suffix) : CitedName
    {
        /// <summary>With its particle: <c>van der Berg</c>, <c>al-Hakim</c>.</summary>
        public string WholeFamily => Particle switch
        {
            "" => Family,
            [.., '-' or '’' or '\''] => Particle + Family,
            _ => $"{Particle} {Family}",
        };
    }

    /// <summary>As catalogues sort it: <c>van der Berg, Jan, Jr.</c>; a body's name as it is.</summary>
    public string Inverted => this switch
    {
        Personal { Suffix: "" } person => $"{person.WholeFamily}, {person.Given}",
        Personal person => $"{person.WholeFamily}, {person.Given}, {person.Suffix}",
        Literal body => body.Name,
        _ => throw new InvalidOperationException($"unknown kind of name {GetType().Name}"),
    };

    /// <summary>
    /// <c>Given Family</c> in most scripts, <c>Family Given</c> in those of East Asia; a writer who sets a comma, <c>Family, Given</c>,
    /// has said it. A name without a space is never taken apart.
    /// </summary>
    /// <param name="publisher">The publisher's name: an author of that name is a body, even where nobody said so.</param>
    public static CitedName Of(Person person, string publisher)
    {
        if (person.IsOrganization || person.Name.Equals(publisher, StringComparison.OrdinalIgnoreCase))
        {
            return new Literal(person.Name, IsBody: true);
        }

        var parts = person.Name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [var name] => InOrder(name, ""),
            [var name, var suffix] when Suffixes.Contains(suffix) => InOrder(name, suffix),
            [var family, var given] => Turned(family, given, ""),
            [var family, var given, var suffix] when Suffixes.Contains(suffix) => Turned(family, given, suffix),
            _ => new Literal(person.Name, IsBody: false),
        };
    }

    private static CitedName InOrder(string name, string suffix)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 2 && suffix.Length == 0 && Suffixes.Contains(words[^1]))
        {
            (words, suffix) = (words[..^1], words[^1]);
        }

        if (words.Length < 2)
        {
            return new Literal(name, IsBody: false);
        }

        if (IsEastAsian(name))
        {
            return new Personal(string.Join(' ', words[1..]), "", words[0], suffix);
        }

        // The family name begins at the first particle that has a given name before it, or is the last word.
        var first = Array.FindIndex(words, 1, words.Length - 2, Particles.Contains);
        if (first < 0)
        {
            return Parted(string.Join(' ', words[..^1]), words[^1], suffix);
        }

        var family = first;
        while (family < words.Length - 1 && Particles.Contains(words[family]))
        {
            family++;
        }

        return new Personal(string.Join(' ', words[..first]), string.Join(' ', words[first..family]), string.Join(' ', words[family..]), suffix);
    }

    private static Personal Turned(string family, string given, string suffix)
    {
        var words = family.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var only])
        {
            return Parted(given, only, suffix);
        }

        var particles = words.TakeWhile((word, i) => i < words.Length - 1 && Particles.Contains(word)).Count();
        return new Personal(given, string.Join(' ', words[..particles]), string.Join(' ', words[particles..]), suffix);
    }

    // A particle may be written together with its name: al-Hakim, d’Alembert.
    private static Personal Parted(string given, string family, string suffix)
    {
        var end = family.AsSpan().IndexOfAny('-', '’', '\'') + 1;
        return end > 1 && end < family.Length && char.IsLower(family[0])
            ? new Personal(given, family[..end], family[end..], suffix)
            : new Personal(given, "", family, suffix);
    }

    private static bool IsEastAsian(string name) =>
        name.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || rune.Value is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF or >= 0x20000 and <= 0x3FFFF);
}
