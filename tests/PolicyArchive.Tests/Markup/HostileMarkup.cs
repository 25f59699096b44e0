using PolicyArchive.Findings;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Markup;

public sealed class HostileMarkup
{
    public static TheoryData<int, string> Pieces
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < HostilePieces.All.Count; i++)
            {
                data.Add(i, HostilePieces.All[i].Text);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Nothing_that_runs_or_loads_reaches_a_page_and_the_text_round_it_stays(int number, string piece)
    {
        var findings = HostileSite.Findings(number).ToArray();
        if (HostileSite.Page(number) is not { } page)
        {
            Assert.Contains(findings, f => f.Code == "FILE004");
            return;
        }

        Assert.Empty(SafeMarkup.Faults(page));
        var text = Dom.Parse(page).QuerySelector(".prose")!.TextContent;
        Assert.True(findings.Any(f => f.Severity == Severity.Error) || (text.Contains("Start words.", StringComparison.Ordinal) && text.Contains("End words.", StringComparison.Ordinal)), $"{piece} swallowed the text, and nothing says so");
        Assert.All(findings, f => Assert.True(f.Place.Line >= HostileSite.FirstLine, f.ToString()));
        Assert.True(!HostilePieces.All[number].IsHonest || findings.Length == 0, string.Join('\n', findings.Select(f => f.ToString())));
    }

    [Fact]
    public void What_is_left_out_is_named_at_its_place() => Approved.Match("hostile-text/findings.approved.txt", string.Concat(
        HostilePieces.All.Select((piece, i) => $"{piece.Text.ReplaceLineEndings("⏎")}\n{string.Concat(Report.Of([.. HostileSite.Findings(i)]).Shown.Select(f => $"    ({f.Place.Line},{f.Place.Column}) {f.Code} {f.Message}\n"))}")));
}
