using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PolicyArchive.Wording;

/// <summary>Every word of the interface in one language, and how it writes dates, numbers and lists.</summary>
public sealed partial class Words
{
    private readonly FrozenDictionary<string, Phrase> _phrases;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _items;
    private readonly Lazy<FrozenDictionary<string, string>> _languageNames;

    /// <param name="language">The BCP 47 tag for which they were asked, or that of the language in which they are.</param>
    /// <param name="entries">All of them, each with the language in which it is written.</param>
    /// <param name="numerals">Where the region decides on them, and not the entries.</param>
    /// <param name="languageNames">What languages call themselves, by tag.</param>
    internal Words(string language, IReadOnlyDictionary<string, (WordEntry Entry, string Language)> entries, Numerals? numerals, Lazy<FrozenDictionary<string, string>> languageNames)
    {
        (Language, _languageNames) = (language, languageNames);
        Numerals = numerals ?? NumeralsOf(entries);
        _items = entries.Where(e => !e.Value.Entry.Items.IsEmpty).ToFrozenDictionary(e => e.Key, e => e.Value.Entry.Items, StringComparer.Ordinal);
        _phrases = entries.Where(e => e.Value.Entry.Items.IsEmpty).ToFrozenDictionary(e => e.Key, e => new Phrase(e.Value.Entry, PluralRule.For(e.Value.Language), Numerals), StringComparer.Ordinal);
    }

    public string Language { get; }

    public bool IsRightToLeft => Direction.IsRightToLeft(Language);

    public Numerals Numerals { get; }

    /// <summary>Every phrase by its key.</summary>
    public IReadOnlyDictionary<string, Phrase> Phrases => _phrases;

    /// <summary>A word with nothing to be filled.</summary>
    public string this[string key] => _phrases[key].Text;

    public string Number(long number) => Numerals.Text(number);

    /// <summary>Of a file, in steps of thousand bytes.</summary>
    public string Size(long bytes) => bytes < 1_000_000
        ? _phrases["size_kilobytes"].Fill(("size", Number(Math.Max(1, (bytes + 500) / 1000))))
        : _phrases["size_megabytes"].Fill(("size", Numerals.Tenths(bytes / 1e6)));

    /// <summary><c>21 July 2016</c>.</summary>
    public string Day(DateOnly day) => _phrases["date_of_day"].Fill(("day", day.Day == 1 ? Numerals.In(this["first_day"]) : Numerals.Plain(day.Day)), ("month", _items["months"][day.Month - 1]), ("year", Numerals.Plain(day.Year)));

    /// <summary><c>July 2016</c>.</summary>
    public string Month(DateOnly day) => _phrases["date_of_month"].Fill(("month", _items["months_alone"][day.Month - 1]), ("year", Numerals.Plain(day.Year)));

    public string Year(int year) => _phrases["date_of_year"].Fill(("year", Numerals.Plain(year)));

    /// <summary><c>A, B and C</c>.</summary>
    public string List(IReadOnlyList<string> texts) => texts.Count switch
    {
        0 => "",
        1 => texts[0],
        2 => _phrases["list_of_two"].Fill(("first", texts[0]), ("last", texts[1])),
        var count => _phrases["list_end"].Fill(("first", string.Join(this["list_separator"], texts.Take(count - 1))), ("last", texts[^1])),
    };

    /// <summary>What a language calls itself; its tag where that is not known.</summary>
    public string NameOf(string language)
    {
        for (var tag = language; ; tag = tag[..tag.LastIndexOf('-')])
        {
            if (_languageNames.Value.TryGetValue(tag, out var name))
            {
                return name;
            }

            if (!tag.Contains('-', StringComparison.Ordinal))
            {
                return language;
            }
        }
    }

    private static Numerals NumeralsOf(IReadOnlyDictionary<string, (WordEntry Entry, string Language)> entries)
    {
        string Text(string key) => entries[key].Entry.Forms[0].Text;
        return new Numerals(Text("digits"), Text("group_separator"), Text("decimal_separator"), int.Parse(Text("grouped_from"), System.Globalization.CultureInfo.InvariantCulture));
    }
}
