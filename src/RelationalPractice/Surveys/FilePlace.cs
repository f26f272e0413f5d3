using System.Text;
using System.Text.Json;

namespace RelationalPractice.Surveys;

/// <summary>A value in a questionnaire or glossary file that knows where it stands, so that a refusal can say so.</summary>
internal sealed partial class FilePlace
{
    private readonly string _fileName;
    private readonly string _path;
    private readonly JsonElement _element;

    private FilePlace(string fileName, string path, JsonElement element)
    {
        _fileName = fileName;
        _path = path;
        _element = element;
    }

    public static FilePlace Open(Stream stream, string fileName)
    {
        try
        {
            // Strict, because the JSON reader finds broken UTF-8 only when each text is asked for.
            using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
            return Open(reader.ReadToEnd(), fileName);
        }
        catch (DecoderFallbackException broken)
        {
            throw new QuestionnaireFileException(fileName, "$", "the file must be UTF-8", broken);
        }
    }

    public static FilePlace Open(string json, string fileName)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new FilePlace(fileName, "$", document.RootElement.Clone());
        }
        catch (JsonException broken)
        {
            var place = $"$ (line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1})";
            throw new QuestionnaireFileException(fileName, place, "the file must be JSON", broken);
        }
    }

    public QuestionnaireFileException Broken(string rule) => new(_fileName, _path, rule);

    public void HasOnly(params IEnumerable<string> names)
    {
        IsA(JsonValueKind.Object, "an object");
        var known = names.ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in _element.EnumerateObject())
        {
            var name = NameOf(property);
            if (!known.Contains(name)) throw Inside(name, property.Value).Broken($"unknown property; known are {string.Join(", ", known)}");
            if (!seen.Add(name)) throw Inside(name, property.Value).Broken("the property stands here twice");
        }
    }

    public FilePlace Property(string name) => Optional(name) ?? throw Inside(name, default).Broken("is missing");

    public FilePlace? Optional(string name)
    {
        IsA(JsonValueKind.Object, "an object");
        return _element.TryGetProperty(name, out var value) ? Inside(name, value) : null;
    }

    public IReadOnlyList<FilePlace> List(int min = 0, int max = int.MaxValue)
    {
        IsA(JsonValueKind.Array, "a list");
        var count = _element.GetArrayLength();
        if (count < min || count > max)
            throw Broken($"must hold {(min == max ? $"{min}" : $"{min} to {max}")} entries, not {count}");
        return [.. _element.EnumerateArray().Select((entry, index) => new FilePlace(_fileName, $"{_path}[{index}]", entry))];
    }

    public int WholeNumber(int min = int.MinValue, int max = int.MaxValue)
    {
        IsA(JsonValueKind.Number, "a number");
        return _element.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw Broken($"must be a whole number from {min} to {max}");
    }

    public static void RefuseRepeats(IEnumerable<FilePlace> places)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            if (!seen.Add(place._element.ToString())) throw place.Broken($"{place._element} is used twice");
        }
    }

    private FilePlace Inside(string name, JsonElement value) => new(_fileName, $"{_path}.{name}", value);

    private string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw Broken("a property's name must not hold half a surrogate pair");
        }
    }

    private void IsA(JsonValueKind kind, string called)
    {
        if (_element.ValueKind != kind) throw Broken($"must be {called}");
    }
}
