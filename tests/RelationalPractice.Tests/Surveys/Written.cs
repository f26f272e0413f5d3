using FsCheck;
using FsCheck.Fluent;

namespace RelationalPractice.Tests.Surveys;

/// <summary>Generates what people, phones and attackers put into a text box.</summary>
public static class Written
{
    private static readonly string[] Pieces =
    [
        "a", "Ann", " ", "  ", "\r\n", "\r", "\n", "\t", "\0", "\u0001", "\v", "\u007F", "\u0085", "\u009F",
        "\uD83D", "\uDE00", "😀", "👩🏽‍👧", "שלום", "مرحبا", "\u200F", "\u202E", "\u2067", "\u200B", "\uFEFF",
        "e\u0301", "\u0301", "\u0958", "\uFB2C", "\u2000", "\u2028", "\u3000", "\uFFFE", "\uFFFF", "\u1100\u1161",
        "[[", "]]", "|", "\"", "\\", "<b>", "&", "=1+1", "'", "0", "3", "6", "abc", "1,2", "not-sure", "٣",
    ];

    public static Gen<string> Text { get; } =
        from pieces in Gen.OneOf(Gen.Elements(Pieces), Gen.Choose(0, char.MaxValue).Select(unit => ((char)unit).ToString()))
            .ListOf()
        select string.Concat(pieces);

    /// <summary>What a form gives for one field, a missing field included.</summary>
    public static Gen<string?> Posted { get; } =
        from text in Gen.OneOf(Gen.Elements("", "1", "2", "5", "0", "6", "not-sure", "yes", "1,1"), Text)
        from missing in Gen.Frequency((1, Gen.Constant(true)), (9, Gen.Constant(false)))
        select missing ? null : text;
}
