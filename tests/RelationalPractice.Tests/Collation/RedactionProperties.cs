using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Collation;
using RelationalPractice.Tests.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

/// <summary>A hidden stretch never appears in what the pure functions give out, whatever the text and however the stretches lie.</summary>
public sealed class RedactionProperties
{
    // No letter of these is in a label or in the visible words, so any of them that is seen was meant to be hidden.
    private static readonly string[] Secrets = ["Ж", "Ω", "👩🏽‍👧", "🇬🇧", "é̱", "七", "ש", "😀"];
    private static readonly string[] Visible = ["a", " ", "b\n", "word ", "1", ".", "🙂", "ø"];

    private static readonly Gen<List<(string Piece, bool Secret)>> Texts =
        from pieces in Gen.OneOf(Gen.Elements(Secrets).Select(p => (p, true)), Gen.Elements(Visible).Select(p => (p, false))).NonEmptyListOf()
        select pieces.ToList();

    private static readonly Gen<List<(int Start, int End)>> Stretches =
        (from start in Gen.Choose(-3, 60) from length in Gen.Choose(-1, 15) select (start, start + length)).ListOf().Select(list => list.ToList());

    [Fact]
    public void Of_EverySecretHidden_NoPartOfASecretIsLeft() => Prop.ForAll(Texts.ToArbitrary(), pieces =>
    {
        var text = string.Concat(pieces.Select(p => p.Piece));
        var redactions = new List<Redaction>();
        var at = 0;
        foreach (var (piece, secret) in pieces)
        {
            var length = CodePoints(piece);
            if (secret)
            {
                // The last code point alone: half an emoji must become the whole.
                redactions.Add(Hidden(at + length - 1, at + length));
            }

            at += length;
        }

        var redacted = RedactedText.Of(text, redactions);

        foreach (var unit in Secrets.SelectMany(s => s.EnumerateRunes()).Where(r => r.Value != 0x200D))
        {
            redacted.EnumerateRunes().ShouldNotContain(unit);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_AnyTextAndStretches_AreTheWholeTextAndHideAllThatWasAsked() => Prop.ForAll(Written.Text.ToArbitrary(), Stretches.ToArbitrary(), (text, stretches) =>
    {
        var parts = RedactedText.Parts(text, stretches.Select(s => Hidden(s.Start, s.End)));

        string.Concat(parts.Select(p => p.Words)).ShouldBe(text);
        parts.ShouldAllBe(part => part.Words.Length > 0);
        var hidden = parts.SelectMany(part => Enumerable.Repeat(part.Hidden is not null, CodePoints(part.Words))).ToList();
        foreach (var (start, end) in stretches)
        {
            for (var point = Math.Max(0, start); point < Math.Min(end, hidden.Count); point++)
            {
                hidden[point].ShouldBeTrue($"code point {point}");
            }
        }

        RedactedText.Of(text, stretches.Select(s => Hidden(s.Start, s.End)))
            .ShouldBe(string.Concat(parts.Select(part => part.Hidden is null ? part.Words : "[name]")));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Snap_AnyStretch_CutsNoCharacterAndNeverShrinks() => Prop.ForAll(Written.Text.ToArbitrary(), Stretches.ToArbitrary(), (text, stretches) =>
    {
        var measured = new CodePointText(text);
        var edges = StringInfo.ParseCombiningCharacters(text).Append(text.Length).Select(unit => CodePoints(text[..unit])).ToHashSet();
        foreach (var (start, end) in stretches)
        {
            if (measured.Snap(start, end) is not { } snapped)
            {
                (end <= 0 || start >= measured.Length || end <= start || measured.Length == 0).ShouldBeTrue();
                continue;
            }

            edges.ShouldContain(snapped.Start);
            edges.ShouldContain(snapped.End);
            snapped.Covers(new Stretch(Math.Max(0, start), Math.Min(end, measured.Length))).ShouldBeTrue();
            measured.Snap(snapped.Start, snapped.End).ShouldBe(snapped);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Find_AnyText_ProposesStretchesInOrderThatHoldTheirWords() => Prop.ForAll(Written.Text.ToArbitrary(), text =>
    {
        var long_ = $"{text} Ann Bell 07700 900123 {text} ann@bell.example";
        var proposals = IdentifierScan.Find(long_, KnownIdentifiers.Of(["Ann Bell"], [], []));
        var measured = new CodePointText(long_);
        proposals.Count.ShouldBeGreaterThan(0);
        proposals.Zip(proposals.Skip(1)).ShouldAllBe(pair => pair.First.Stretch.End <= pair.Second.Stretch.Start);
        proposals.ShouldAllBe(proposal => measured.Words(proposal.Stretch) == proposal.Words);
    }).QuickCheckThrowOnFailure();

    private static int CodePoints(string text)
    {
        var count = 0;
        for (var unit = 0; unit < text.Length; unit += char.IsSurrogatePair(text, unit) ? 2 : 1)
        {
            count++;
        }

        return count;
    }

    private static Redaction Hidden(int start, int end) => new()
    {
        Id = Guid.NewGuid(),
        ResponseId = Guid.Empty,
        QuestionKey = "q",
        Start = start,
        End = end,
        Kind = RedactionKind.Name,
        Hidden = true,
        ById = Guid.Empty,
    };
}
