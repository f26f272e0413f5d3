namespace RelationalPractice.Demonstration;

/// <summary>
/// Seeded chance for invented data only (SplitMix64): the same seed throws the same numbers on every machine and every
/// version of .NET, which System.Random does not promise. Real identifiers come from <see cref="Anonymity.Chance"/>.
/// </summary>
internal sealed class Dice(ulong state)
{
    private ulong _state = state;

    /// <summary>A stream of its own for one thing, so that making one response never disturbs the next.</summary>
    public static Dice For(int seed, Stream stream, int number = 0)
    {
        var dice = new Dice((ulong)(uint)seed << 32 | (uint)number);
        return new Dice(dice.Next() ^ ((ulong)stream + 1) * 0xD1342543DE82EF95UL);
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>At least 0 and below 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int limit) => (int)(Share() * limit);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Happens(double probability) => Share() < probability;

    public T Of<T>(params ReadOnlySpan<T> things) => things[Below(things.Length)];

    /// <summary>The position of one of some weights, the heavier the likelier.</summary>
    public int Weighted(params ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        var left = Share() * total;
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0) return i;
        }

        return weights.Length - 1;
    }

    /// <summary>Near enough to a normal distribution of mean 0 and deviation 1, without functions that differ between processors.</summary>
    public double Normal() => (Share() + Share() + Share() + Share() - 2) * 1.732;

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i += sizeof(ulong))
        {
            var drawn = BitConverter.GetBytes(Next());
            drawn.AsSpan(0, Math.Min(sizeof(ulong), count - i)).CopyTo(bytes.AsSpan(i));
        }

        return bytes;
    }

    /// <summary>Of the shape of a random (version 4) identifier.</summary>
    public Guid Id()
    {
        var bytes = Bytes(16);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x40);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    internal enum Stream
    {
        Identifiers,
        Seasons,
        Workers,
        Plans,
        Words,
        Rows,
        Receipts,
        Supervision,
        Families,
        Interviews,
    }
}
