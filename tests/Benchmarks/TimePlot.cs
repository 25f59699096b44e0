using System.Globalization;
using System.Xml.Linq;

namespace PolicyArchive.Benchmarks;

/// <summary>Wall time over size as an SVG picture, both axes logarithmic, so that equal ratios are equally far apart.</summary>
internal static class TimePlot
{
    private const double Width = 760, Height = 400, Left = 64, Right = 276, Top = 24, Bottom = 48, LabelHeight = 16;

    /// <summary>How the names of our own lines begin.</summary>
    public const string Ours = "this one";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Told apart without colours too: by the dashes, and by the name at the end of each line.
    private static readonly string[] Dashes = ["none", "8 3", "2 3", "8 3 2 3", "12 4"];

    private const string Style = "text { font: 13px system-ui, sans-serif; fill: #222 } .grid { stroke: #ccc } .line { stroke: #777; fill: none; stroke-width: 1.5 } .dot { fill: #777 } "
        + ".ours .line { stroke: #1a4f8b; stroke-width: 2.5 } .ours .dot { fill: #1a4f8b } .ours text { font-weight: 600 } "
        + "@media (prefers-color-scheme: dark) { text { fill: #ddd } .grid { stroke: #444 } .line { stroke: #999 } .dot { fill: #999 } .ours .line { stroke: #8ab8ee } .ours .dot { fill: #8ab8ee } }";

    public static string Of(IReadOnlyList<TimePoint> points)
    {
        var (least, most) = (Floor(points.Min(p => p.Briefs)), Ceiling(points.Max(p => p.Briefs)));
        var (quickest, slowest) = (Floor(points.Min(p => p.Seconds)), Ceiling(points.Max(p => p.Seconds)));
        double X(double briefs) => Left + (Math.Log10(briefs / least) / Math.Max(1, Math.Log10(most / least)) * (Width - Left - Right));
        double Y(double seconds) => Height - Bottom - (Math.Log10(seconds / quickest) / Math.Max(1, Math.Log10(slowest / quickest)) * (Height - Top - Bottom));

        var picture = new XElement(Svg + "svg", new XAttribute("viewBox", $"0 0 {Width} {Height}"), new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title"));
        picture.Add(new XElement(Svg + "title", new XAttribute("id", "title"), "Seconds of wall time over the number of briefs, both logarithmic: " + Told(points)));
        picture.Add(new XElement(Svg + "style", Style));
        for (var briefs = least; briefs <= most; briefs *= 10)
        {
            picture.Add(Line("grid", X(briefs), Top, X(briefs), Height - Bottom), Text(X(briefs), Height - Bottom + 20, "middle", briefs.ToString("N0", CultureInfo.InvariantCulture)));
        }

        for (var seconds = quickest; seconds <= slowest * 1.01; seconds *= 10)
        {
            picture.Add(Line("grid", Left, Y(seconds), Width - Right, Y(seconds)), Text(Left - 8, Y(seconds) + 4, "end", seconds.ToString("0.##", CultureInfo.InvariantCulture) + " s"));
        }

        picture.Add(Text((Left + Width - Right) / 2, Height - 8, "middle", "briefs"));
        // From the top down, each name below the one before.
        var label = double.NegativeInfinity;
        foreach (var (i, line) in points.GroupBy(p => p.Generator).OrderByDescending(line => line.MaxBy(p => p.Briefs)!.Seconds).Index())
        {
            var last = line.MaxBy(p => p.Briefs)!;
            label = Math.Max(Y(last.Seconds) + 4, label + LabelHeight);
            var path = string.Join(' ', line.OrderBy(p => p.Briefs).Select(p => $"{Text(X(p.Briefs))},{Text(Y(p.Seconds))}"));
            picture.Add(new XElement(Svg + "g", line.Key.StartsWith(Ours, StringComparison.Ordinal) ? new XAttribute("class", "ours") : null,
                new XElement(Svg + "polyline", new XAttribute("class", "line"), new XAttribute("stroke-dasharray", Dashes[i % Dashes.Length]), new XAttribute("points", path)),
                line.Select(p => new XElement(Svg + "circle", new XAttribute("class", "dot"), new XAttribute("cx", Text(X(p.Briefs))), new XAttribute("cy", Text(Y(p.Seconds))), new XAttribute("r", 3))),
                Text(X(last.Briefs) + 10, label, "start", line.Key)));
        }

        return picture + "\n";
    }

    private static string Told(IEnumerable<TimePoint> points) => string.Join("; ", points.GroupBy(p => p.Generator).Select(line =>
        $"{line.Key} {string.Join(", ", line.OrderBy(p => p.Briefs).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Seconds:0.00} s for {p.Briefs:N0}")))}"));

    private static XElement Line(string kind, double x1, double y1, double x2, double y2) => new(Svg + "line", new XAttribute("class", kind),
        new XAttribute("x1", Text(x1)), new XAttribute("y1", Text(y1)), new XAttribute("x2", Text(x2)), new XAttribute("y2", Text(y2)));

    private static XElement Text(double x, double y, string anchor, string text) =>
        new(Svg + "text", new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), new XAttribute("text-anchor", anchor), text);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static double Floor(double value) => Math.Pow(10, Math.Floor(Math.Log10(value)));

    private static double Ceiling(double value) => Math.Pow(10, Math.Ceiling(Math.Log10(value)));
}
