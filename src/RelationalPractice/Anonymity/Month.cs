using System.Globalization;

namespace RelationalPractice.Anonymity;

/// <summary>
/// A calendar month and nothing finer: the only date kept of a response that is not named (design: received date).
/// Stored as the integer yyyymm.
/// </summary>
public readonly record struct Month : IComparable<Month>
{
    public Month(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 12);
        Value = (year * 100) + number;
    }

    /// <summary>yyyymm, for example 202611.</summary>
    public int Value { get; }

    public int Year => Value / 100;

    public int Number => Value % 100;

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    public static Month FromValue(int value) => new(value / 100, value % 100);

    public int CompareTo(Month other) => Value.CompareTo(other.Value);

    public override string ToString() =>
        new DateOnly(Year, Number, 1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    public static bool operator <(Month left, Month right) => left.Value < right.Value;

    public static bool operator >(Month left, Month right) => left.Value > right.Value;

    public static bool operator <=(Month left, Month right) => left.Value <= right.Value;

    public static bool operator >=(Month left, Month right) => left.Value >= right.Value;
}
