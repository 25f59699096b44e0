using PolicyArchive.Charting;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>What templates may use of drawings: their sizes in units, their paths, and what is drawn.</summary>
internal static class ChartMembers
{
    /// <param name="words">Those of the page.</param>
    public static IEnumerable<Members> All(Words words) =>
    [
        new Members<YearColumns>()
            .One("path", c => c.Path).One("width", c => c.Width).One("height", _ => YearColumns.Height).One("undated", c => c.Undated)
            .One("from", c => words.Year(c.Spans[0].From)).One("to", c => words.Year(c.Spans[^1].To)).Many("spans", c => c.Spans),
        new Members<YearSpan>().One("name", s => s.From == s.To ? words.Year(s.From) : $"{words.Year(s.From)}–{words.Year(s.To)}").One("count", s => s.Count),
        new Members<Timeline>()
            .One("marks", t => t.Marks).One("years", t => t.Years).One("width", _ => Timeline.Width).One("height", _ => Timeline.Height)
            .One("from", t => words.Year(t.From)).One("to", t => words.Year(t.To)).Many("pieces", t => t.Pieces),
        new Members<TopicMap>().One("width", _ => TopicMap.Width).One("height", m => m.Height).Many("topics", m => m.Topics).Many("pairs", m => m.Pairs),
        new Members<TopicPair>().One("first", p => p.First.Term).One("second", p => p.Second.Term).One("count", p => p.Count).One("arc", p => p.Arc).One("thickness", p => p.Thickness),
    ];
}
