using System.Net;
using System.Text;

namespace RelationalPractice.LoadTests.Http;

/// <summary>
/// Finds in a page what a family's finger would find. It reads our own pages only, in which every attribute is in double quotes and
/// no attribute holds a bracket, so a search for bytes is enough.
/// </summary>
internal static class HtmlPage
{
    /// <summary>The page's path without what belongs to one question, for counting alike with alike.</summary>
    public static string Kind(string path)
    {
        var query = path.IndexOf('?', StringComparison.Ordinal);
        var plain = query < 0 ? path : path[..query];
        return plain.StartsWith("/feedback/question/", StringComparison.Ordinal) ? "/feedback/question"
            : plain.StartsWith("/feedback/support/", StringComparison.Ordinal) ? "/feedback/support"
            : plain;
    }

    /// <summary>The form in the page's main part; not the one for leaving, which is on every page.</summary>
    public static bool MainForm(ReadOnlySpan<byte> page, HtmlForm form)
    {
        form.Fields.Clear();
        var main = MainPart(page);
        var start = main.IndexOf("<form "u8);
        if (start < 0) return false;

        main = main[start..];
        main = main[..main.IndexOf("</form>"u8)];
        form.Action = Attribute(NextTag(ref main), " action=\""u8);
        while (NextTag(ref main) is { Length: > 0 } tag)
        {
            if (KindOf(tag) is { } kind && Attribute(tag, " name=\""u8) is { } name)
                form.Fields.Add(new HtmlField(kind, name, Attribute(tag, " value=\""u8) ?? ""));
        }

        return true;
    }

    /// <summary>Where the page's one link that looks like a button leads.</summary>
    public static string? ButtonLink(ReadOnlySpan<byte> page)
    {
        var main = MainPart(page);
        while (NextTag(ref main) is { Length: > 0 } tag)
        {
            if (tag.StartsWith("a "u8) && tag.IndexOf("\"govuk-button\""u8) >= 0) return Attribute(tag, " href=\""u8);
        }

        return null;
    }

    /// <summary>The digits of the receipt code, or null where the page shows none.</summary>
    public static string? ReceiptCode(ReadOnlySpan<byte> page)
    {
        var start = page.IndexOf("practice-code__digits"u8);
        if (start < 0) return null;

        var code = page[start..];
        code = code[..code.IndexOf("</p>"u8)];
        var digits = new StringBuilder(16);
        foreach (var letter in code)
        {
            if (char.IsAsciiDigit((char)letter)) digits.Append((char)letter);
        }

        return digits.Length == 16 ? digits.ToString() : null;
    }

    public static IReadOnlyList<string> Assets(ReadOnlySpan<byte> page)
    {
        var assets = new List<string>();
        var head = page[..page.IndexOf("</head>"u8)];
        while (NextTag(ref head) is { Length: > 0 } tag)
        {
            if (tag.StartsWith("link "u8) && Attribute(tag, " href=\""u8) is { } linked) assets.Add(linked);
            else if (tag.StartsWith("script "u8) && Attribute(tag, " src=\""u8) is { } script) assets.Add(script);
        }

        return assets;
    }

    private static ReadOnlySpan<byte> MainPart(ReadOnlySpan<byte> page)
    {
        var start = page.IndexOf("<main "u8);
        return start < 0 ? [] : page[start..];
    }

    private static FieldKind? KindOf(ReadOnlySpan<byte> tag)
    {
        if (tag.StartsWith("textarea "u8)) return FieldKind.Text;
        if (tag.StartsWith("button "u8)) return FieldKind.Button;
        if (!tag.StartsWith("input "u8)) return null;
        return tag.IndexOf(" type=\"hidden\""u8) >= 0 ? FieldKind.Hidden
            : tag.IndexOf(" type=\"radio\""u8) >= 0 ? FieldKind.Radio
            : FieldKind.Line;
    }

    /// <returns>What stands between the next pair of brackets; empty at the end. The rest is left in <paramref name="html"/>.</returns>
    private static ReadOnlySpan<byte> NextTag(ref ReadOnlySpan<byte> html)
    {
        var start = html.IndexOf((byte)'<');
        var length = start < 0 ? -1 : html[start..].IndexOf((byte)'>');
        if (length < 0) return [];
        var tag = html.Slice(start + 1, length - 1);
        html = html[(start + length)..];
        return tag;
    }

    private static string? Attribute(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> nameAndQuote)
    {
        var start = tag.IndexOf(nameAndQuote);
        if (start < 0) return null;
        var value = tag[(start + nameAndQuote.Length)..];
        value = value[..value.IndexOf((byte)'"')];
        var text = Encoding.UTF8.GetString(value);
        return value.Contains((byte)'&') ? WebUtility.HtmlDecode(text) : text;
    }
}
