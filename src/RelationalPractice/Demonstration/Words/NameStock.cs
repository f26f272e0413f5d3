namespace RelationalPractice.Demonstration.Words;

/// <summary>Invented people and places. Postcodes are of an area that the Post Office never gave out, telephone numbers are Ofcom's for drama.</summary>
internal static class NameStock
{
    private static readonly Dictionary<string, string[]> Lists = Read();

    public static string Girl(Dice dice) => dice.Of<string>(Lists["girls"]);

    public static string Boy(Dice dice) => dice.Of<string>(Lists["boys"]);

    public static string Surname(Dice dice) => dice.Of<string>(Lists["surnames"]);

    public static string School(bool small, Dice dice) => dice.Of<string>(Lists[small ? "primaries" : "secondaries"]);

    public static string Street(Dice dice) =>
        (dice.Happens(0.25) ? $"Flat {dice.Between(1, 12)}, " : "") + $"{dice.Between(1, 140)} {dice.Of<string>(Lists["streets"])}";

    public static string Postcode(Dice dice)
    {
        const string Inward = "ABDEFGHJLNPQRSTUWXYZ";
        return $"BK{dice.Between(1, 19)} {dice.Below(10)}{Inward[dice.Below(Inward.Length)]}{Inward[dice.Below(Inward.Length)]}";
    }

    public static string Telephone(Dice dice)
    {
        var last = dice.Below(1000).ToString("D3");
        return dice.Weighted(4, 2, 2, 1, 1) switch
        {
            0 => $"07700 900{last}",
            1 => $"07700900{last}",
            2 => $"01632 960{last}",
            3 => $"+44 7700 900 {last}",
            _ => $"01632 960 {last}",
        };
    }

    private static Dictionary<string, string[]> Read()
    {
        using var reader = new StreamReader(DemonstrationFile.Open("Words/Stock/names.txt"));
        var lists = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { Length: > 2 } heading)
        {
            var names = reader.ReadLine()!;
            lists[heading[1..^1]] = names.Split(names.Contains('|', StringComparison.Ordinal) ? '|' : ' ');
        }

        return lists;
    }
}
