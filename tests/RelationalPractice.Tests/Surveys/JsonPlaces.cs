using System.Globalization;
using System.Text.Json.Nodes;

namespace RelationalPractice.Tests.Surveys;

/// <summary>Changes a JSON document at a path such as <c>$.questions[2].items[0].key</c>.</summary>
public static class JsonPlaces
{
    public static void Set(this JsonNode root, string place, JsonNode? value)
    {
        var (parent, last) = Parent(root, place);
        if (parent is JsonArray list) list[Index(last)] = value;
        else parent[last] = value;
    }

    public static void TakeOut(this JsonNode root, string place)
    {
        var (parent, last) = Parent(root, place);
        if (parent is JsonArray list) list.RemoveAt(Index(last));
        else if (!parent.AsObject().Remove(last)) throw new ArgumentException($"There is no {place}.", nameof(place));
    }

    private static (JsonNode Parent, string Last) Parent(JsonNode root, string place)
    {
        var parts = place.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries)[1..];
        var parent = parts[..^1].Aggregate(root, (node, part) => (node is JsonArray list ? list[Index(part)] : node[part])!);
        return (parent, parts[^1]);
    }

    private static int Index(string part) => int.Parse(part, CultureInfo.InvariantCulture);
}
