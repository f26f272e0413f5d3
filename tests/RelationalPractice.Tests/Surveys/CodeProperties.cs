using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Surveys;

public class CodeProperties
{
    private static readonly Gen<byte> Bytes = Gen.Choose(0, 255).Select(value => (byte)value);

    private static readonly Arbitrary<byte[]> Secrets = Bytes.ArrayOf(ReceiptCode.SecretLength).ToArbitrary();

    private static readonly Arbitrary<LinkCode> LinkCodes =
        (from seed in Bytes.ArrayOf(64) select LinkCode.FromBytes(Repeating(seed))).ToArbitrary();

    [Fact]
    public void ReceiptCode_Grouped_IsParsedBack() => Prop.ForAll(Secrets, secret =>
    {
        var code = ReceiptCode.Derive(secret);
        ReceiptCode.Parse(code.Grouped).ShouldBe(code);
        ReceiptCode.Parse(code.Digits).ShouldBe(code);
        code.Digits.Length.ShouldBe(ReceiptCode.Length);
        code.Digits.ShouldAllBe(digit => char.IsAsciiDigit(digit));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ReceiptCode_SecretOneBitApart_IsAnother() => Prop.ForAll(Secrets, Gen.Choose(0, 255).ToArbitrary(), (secret, bit) =>
    {
        var other = secret.ToArray();
        other[bit / 8] ^= (byte)(1 << (bit % 8));
        ReceiptCode.Derive(other).ShouldNotBe(ReceiptCode.Derive(secret));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void LinkCode_ToString_IsParsedBack() => Prop.ForAll(LinkCodes, code =>
    {
        LinkCode.Parse(code.ToString()).ShouldBe(code);
        LinkCode.Parse(code.Value.ToLowerInvariant()).ShouldBe(code);
        code.Value.Length.ShouldBe(LinkCode.Length);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_AnyText_NeverThrows() => Prop.ForAll(Written.Text.ToArbitrary(), text =>
    {
        if (ReceiptCode.Parse(text) is { } receipt) ReceiptCode.Parse(receipt.Grouped).ShouldBe(receipt);
        if (LinkCode.Parse(text) is { } link) LinkCode.Parse(link.Value).ShouldBe(link);
    }).QuickCheckThrowOnFailure();

    // Zeros at the end, so that a seed of refused bytes comes to an end too.
    private static Func<int, byte[]> Repeating(byte[] seed)
    {
        var left = new Queue<byte>(seed);
        return count => [.. Enumerable.Range(0, count).Select(_ => left.TryDequeue(out var drawn) ? drawn : (byte)0)];
    }
}
