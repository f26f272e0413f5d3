using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using RelationalPractice.Invitations;

namespace RelationalPractice.Web.Pages.Invitations.Import;

/// <summary>
/// A file as case systems and spreadsheets write it: UTF-8, UTF-16 or Windows-1252; commas, semicolons or tabs; with quotation marks. Every cell is
/// text, whatever it begins with. Never throws: what cannot be read says why.
/// </summary>
public sealed record ContactFile(IReadOnlyList<string> Headings, IReadOnlyList<ContactRow> Rows)
{
    public const int ColumnsMax = 100;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <returns>Null when the keys it was sealed with are gone.</returns>
    public static ContactFile? Open(ContactFileSeal seal, byte[]? content)
    {
        try
        {
            return content is null ? null : Read(seal.Open(content)).File;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static (ContactFile? File, string? Trouble) Read(byte[] content)
    {
        if (content.Length == 0)
        {
            return (null, "The file is empty");
        }

        if (content.AsSpan().StartsWith("PK"u8))
        {
            return (null, "This is a workbook, not a CSV file. Open it in your spreadsheet program and save it as CSV");
        }

        var text = Decode(content);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return (null, "This is not a CSV file: it holds more than text");
        }

        return Parse(text);
    }

    private static (ContactFile?, string?) Parse(string text)
    {
        var neverClosed = false;
        var rows = new List<ContactRow>();
        IReadOnlyList<string>? headings = null;
        using var reader = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = SeparatorOf(text),
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            OnMalformedRecord = malformed => neverClosed |= malformed.Reason == CsvMalformedReason.UnterminatedQuote,
        });
        try
        {
            for (var number = 1; reader.Read(); number++)
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
                if (cells.All(string.IsNullOrWhiteSpace))
                {
                    continue;
                }

                if (headings is null)
                {
                    headings = [.. cells.Select(cell => cell.Trim())];
                }
                else if (rows.Count == ContactImport.LinesMax)
                {
                    return (null, $"The file has more than {ContactImport.LinesMax:N0} lines. Split it, and read in one part after the other");
                }
                else
                {
                    rows.Add(new ContactRow(number, cells));
                }
            }
        }
        catch (CsvFormatException)
        {
            return (null, "The file cannot be read as CSV");
        }

        return (headings, rows) switch
        {
            _ when neverClosed => (null, $"A quotation mark is opened and never closed, so that lines run into one another. Look at line {rows.LastOrDefault()?.Number ?? 1}"),
            (null, _) => (null, "The file is empty"),
            ({ Count: > ColumnsMax }, _) => (null, $"The file has more than {ColumnsMax} columns"),
            (_, []) => (null, "The file has headings and no lines, or lines and no headings: the first line must say what the columns are"),
            _ => (new ContactFile(headings, rows), null),
        };
    }

    private static string Decode(byte[] content)
    {
        switch (content)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return Encoding.UTF8.GetString(content, 3, content.Length - 3);
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(content, 2, content.Length - 2);
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2);
            case [not 0, 0, not 0, 0, ..]:
                return Encoding.Unicode.GetString(content);
            case [0, not 0, 0, not 0, ..]:
                return Encoding.BigEndianUnicode.GetString(content);
        }

        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(content);
        }
    }

    /// <summary>Excel's own first line "sep=;" is not used by case systems; the headings tell.</summary>
    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var headings = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        var (best, most) = (',', 0);
        foreach (var separator in (ReadOnlySpan<char>)[',', ';', '\t'])
        {
            if (headings.Count(separator) is var count && count > most)
            {
                (best, most) = (separator, count);
            }
        }

        return best;
    }
}

/// <param name="Number">As a spreadsheet counts: the headings are line 1.</param>
public sealed record ContactRow(int Number, IReadOnlyList<string> Cells);
