using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>A handful of responses that can be looked up with a code worth remembering; all others have a hash that no code opens.</summary>
internal sealed class ReceiptSamples
{
    private static readonly (string Digits, string About, Func<ResponsePlan, bool> Fits)[] Wanted =
    [
        ("1111222233334444", "parent, named, read", p => p is { Audience: Audience.ParentCarer, Tier: Tier.Named, Arrival.Read: true, Withdrawn: false }),
        ("2222333344445555", "parent, worker's name only, waiting to be read", p => p is { Audience: Audience.ParentCarer, Tier: Tier.WorkerOnly, Arrival.Read: false, Withdrawn: false }),
        ("3333444455556666", "parent, anonymous, waiting to be read", p => p is { Audience: Audience.ParentCarer, Tier: Tier.Anonymous, Arrival.Read: false, Withdrawn: false }),
        ("4444555566667777", "young person, named, waiting to be read", p => p is { Audience: Audience.YoungPerson, Tier: Tier.Named, Arrival.Read: false, Withdrawn: false }),
        ("5555666677778888", "young person, anonymous, read", p => p is { Audience: Audience.YoungPerson, Tier: Tier.Anonymous, Arrival.Read: true, Withdrawn: false }),
        ("6666777788889999", "withdrawn", p => p.Withdrawn),
    ];

    private readonly Dictionary<int, byte[]> _hashes = [];

    private ReceiptSamples()
    {
    }

    public IReadOnlyList<ReceiptSample> All { get; private init; } = [];

    /// <summary>Each code goes to the latest response it fits. With few responses some codes fit none.</summary>
    public static ReceiptSamples For(int responses, Func<int, ResponsePlan> planOf, byte[] receiptKey)
    {
        var left = Wanted.ToList();
        var found = new List<(string Digits, string About, int Number)>();
        for (var number = responses - 1; number >= 0 && left.Count > 0; number--)
        {
            var plan = planOf(number);
            var at = left.FindIndex(wanted => wanted.Fits(plan));
            if (at < 0) continue;
            found.Add((left[at].Digits, left[at].About, number));
            left.RemoveAt(at);
        }

        var samples = new ReceiptSamples
        {
            All = [.. found.OrderBy(f => f.Digits, StringComparer.Ordinal).Select(f => new ReceiptSample(ReceiptCode.Parse(f.Digits)!, f.About))],
        };
        foreach (var (digits, _, number) in found) samples._hashes[number] = ReceiptHasher.Hash(digits, receiptKey);
        return samples;
    }

    public byte[] HashFor(int number, int seed) =>
        _hashes.GetValueOrDefault(number) ?? Dice.For(seed, Dice.Stream.Receipts, number).Bytes(ReceiptHasher.HashLength);
}
