using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RelationalPractice.Testing.Traces;

/// <summary>One fact about a family, in every way in which a program might write it down.</summary>
public sealed class Trace
{
    private static readonly CultureInfo[] Cultures = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en-GB")];

    private static readonly string[] DayFormats =
        ["yyyy-MM-dd", "yyyy/MM/dd", "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "dd.MM.yyyy", "yyyyMMdd", "d MMMM yyyy", "dd MMM yyyy", "MMMM d, yyyy"];

    private readonly Dictionary<string, byte[]> _forms = new(StringComparer.Ordinal);

    private Trace(string fact) => Fact = fact;

    public string Fact { get; }

    /// <summary>By a name that says how it is written.</summary>
    public IReadOnlyDictionary<string, byte[]> Forms => _forms;

    /// <summary>Words, as they are and in other capitals, encoded, escaped and hashed.</summary>
    public static Trace OfText(string fact, string text)
    {
        var trace = new Trace(fact);
        foreach (var (name, written) in Writings(text))
        {
            trace.AddWritten(name, written);
            trace.AddHashes(name, Encoding.UTF8.GetBytes(written));
        }

        return trace;
    }

    /// <summary>A telephone number of this country, with its gaps, without, and as it is dialled from abroad.</summary>
    public static Trace OfTelephone(string fact, string number)
    {
        var trace = OfText(fact, number);
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        foreach (var (name, written) in new[] { ("digits", digits), ("from abroad", "+44" + digits[1..]), ("without its 0", digits[1..]) })
        {
            trace.AddWritten(name, written);
            trace.AddHashes(name, Encoding.UTF8.GetBytes(written));
        }

        trace.AddInteger("number", long.Parse(digits, CultureInfo.InvariantCulture));
        return trace;
    }

    public static Trace OfId(string fact, Guid id)
    {
        var trace = new Trace(fact);
        foreach (var format in new[] { "D", "N", "X" })
        {
            trace.AddWritten($"id {format}", id.ToString(format));
            trace.AddWritten($"id {format} in capitals", id.ToString(format).ToUpperInvariant());
        }

        trace.AddBytes("id", id.ToByteArray());
        trace.AddBytes("id from its other end", id.ToByteArray(bigEndian: true));
        return trace;
    }

    public static Trace OfAddress(string fact, IPAddress address)
    {
        var trace = OfText(fact, address.ToString());
        trace.AddBytes("address", address.GetAddressBytes());
        trace.AddHashes("address", address.GetAddressBytes());
        return trace;
    }

    public static Trace OfBytes(string fact, byte[] bytes)
    {
        var trace = new Trace(fact);
        trace.AddBytes("bytes", bytes);
        trace.AddHashes("bytes", bytes);
        return trace;
    }

    /// <summary>A day, and each time of that day that a moment can be cut to.</summary>
    public static Trace OfMoment(string fact, DateTimeOffset moment)
    {
        var trace = new Trace(fact);
        trace.AddDay(DateOnly.FromDateTime(moment.UtcDateTime));
        trace.AddText("clock", moment.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        trace.AddText("clock to the minute", moment.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture));
        foreach (var (name, size) in new[] { ("exact", 1L), ("second", TimeSpan.TicksPerSecond), ("minute", TimeSpan.TicksPerMinute), ("hour", TimeSpan.TicksPerHour), ("day", TimeSpan.TicksPerDay) })
        {
            trace.AddMoment($"to the {name}", new DateTime(moment.UtcTicks / size * size, DateTimeKind.Utc));
        }

        return trace;
    }

    public static Trace OfDay(string fact, DateOnly day)
    {
        var trace = new Trace(fact);
        trace.AddDay(day);
        return trace;
    }

    private static Dictionary<string, string> Writings(string text)
    {
        var writings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, written) in new[]
        {
            ("as it is", text),
            ("small", text.ToLowerInvariant()),
            ("capitals", text.ToUpperInvariant()),
            ("without gaps", string.Concat(text.Where(c => !char.IsWhiteSpace(c)))),
            ("in an address", Uri.EscapeDataString(text)),
            ("in a form", WebUtility.UrlEncode(text)),
            ("in a page", WebUtility.HtmlEncode(text)),
            ("in JSON", JsonEncodedText.Encode(text).ToString()),
        })
        {
            if (!writings.ContainsValue(written)) writings.Add(name, written);
        }

        return writings;
    }

    private void AddDay(DateOnly day)
    {
        foreach (var culture in Cultures)
        {
            foreach (var format in DayFormats) AddText($"day {format} {culture.Name}", day.ToString(format, culture));
        }

        // As PostgreSQL's binary copy writes it: its length, then days since 2000.
        var days = new byte[8];
        days[3] = 4;
        BinaryPrimitives.WriteInt32BigEndian(days.AsSpan(4), day.DayNumber - new DateOnly(2000, 1, 1).DayNumber);
        AddRaw("day in a binary copy", days);
    }

    private void AddMoment(string name, DateTime moment)
    {
        var unix = new DateTimeOffset(moment);
        AddInteger($"Unix seconds {name}", unix.ToUnixTimeSeconds());
        AddInteger($"Unix milliseconds {name}", unix.ToUnixTimeMilliseconds());
        AddInteger($"Unix microseconds {name}", (moment.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        AddInteger($"microseconds since 2000 {name}", (moment.Ticks - new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks) / TimeSpan.TicksPerMicrosecond);
        AddInteger($"ticks {name}", moment.Ticks);
        AddInteger($"file time {name}", moment.ToFileTimeUtc());
        AddReal($"OLE date {name}", moment.ToOADate());
        AddReal($"Julian day {name}", moment.ToOADate() + 2415018.5);
        AddReal($"Unix seconds {name}", unix.ToUnixTimeMilliseconds() / 1000.0);
    }

    private void AddWritten(string name, string text)
    {
        AddText(name, text);
        AddEncoded(name, Encoding.UTF8.GetBytes(text));
        AddEncoded($"{name} in UTF-16", Encoding.Unicode.GetBytes(text));
    }

    private void AddText(string name, string text)
    {
        AddRaw($"{name} in UTF-8", Encoding.UTF8.GetBytes(text));
        AddRaw($"{name} in UTF-16", Encoding.Unicode.GetBytes(text));
        AddRaw($"{name} in UTF-16, high bytes first", Encoding.BigEndianUnicode.GetBytes(text));
    }

    private void AddBytes(string name, byte[] bytes)
    {
        AddRaw(name, bytes);
        AddEncoded(name, bytes);
    }

    private void AddHashes(string name, byte[] bytes)
    {
        AddBytes($"SHA-256 of {name}", SHA256.HashData(bytes));
        AddBytes($"SHA-512 of {name}", SHA512.HashData(bytes));
        AddBytes($"SHA-1 of {name}", SHA1.HashData(bytes));
        AddBytes($"MD5 of {name}", MD5.HashData(bytes));
    }

    private void AddEncoded(string name, byte[] bytes)
    {
        AddRaw($"{name} in hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
        AddRaw($"{name} in hexadecimal capitals", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
        for (var before = 0; before < 3; before++)
        {
            var whole = InsideBase64(bytes, before);
            AddRaw($"{name} in base64 after {before}", Encoding.ASCII.GetBytes(whole));
            AddRaw($"{name} in base64url after {before}", Encoding.ASCII.GetBytes(whole.Replace('+', '-').Replace('/', '_')));
        }
    }

    // Only the letters that the bytes alone decide, whatever stands before and after them.
    private static string InsideBase64(byte[] bytes, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var first = (before * 8 + 5) / 6;
        var last = (before + bytes.Length) * 8 / 6;
        return text[first..last];
    }

    private void AddInteger(string name, long value)
    {
        AddText(name, value.ToString(CultureInfo.InvariantCulture));
        AddBothEnds(name, BitConverter.GetBytes(value));
    }

    private void AddReal(string name, double value) => AddBothEnds(name, BitConverter.GetBytes(value));

    private void AddBothEnds(string name, byte[] bytes)
    {
        AddRaw($"{name} as eight bytes", bytes);
        AddRaw($"{name} as eight bytes, high first", [.. bytes.Reverse()]);
    }

    private void AddRaw(string name, byte[] bytes)
    {
        if (bytes.Length >= TraceSearch.Shortest) _forms.TryAdd(name, bytes);
    }
}
