using System.Globalization;
using System.Text.Json;

namespace RelationalPractice.Surveys;

public sealed record ScalePoint(int Value, string Label)
{
    public const int Lowest = 1;
    public const int Highest = 5;
    public const int LabelMaxLength = 60;

    /// <summary>What a form posts when this point is chosen.</summary>
    public string Posted => Value.ToString(CultureInfo.InvariantCulture);

    internal static IReadOnlyList<ScalePoint> ReadScale(FilePlace scale)
    {
        const string Rule = "must hold exactly the five values 1, 2, 3, 4, 5, in this order";
        var places = scale.List();
        if (places.Count != Highest) throw scale.Broken(Rule);

        return [.. places.Select((place, index) => ReadFrom(place, index + Lowest, Rule))];
    }

    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("value", Value);
        json.WriteString("label", Label);
        json.WriteEndObject();
    }

    private static ScalePoint ReadFrom(FilePlace place, int expected, string rule)
    {
        place.HasOnly("value", "label");
        var value = place.Property("value");
        if (value.WholeNumber() != expected) throw value.Broken($"the scale {rule}");
        return new ScalePoint(expected, place.Property("label").PlainText(LabelMaxLength));
    }
}
