namespace PolicyArchive.Wording;

/// <summary>The forms that a word takes beside a number, in the terms of Unicode's plural rules (UTS 35, part 3).</summary>
public enum PluralCategory { Zero, One, Two, Few, Many, Other }
