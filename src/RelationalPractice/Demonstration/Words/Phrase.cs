namespace RelationalPractice.Demonstration.Words;

/// <summary>One hand-written piece of what a family might say, with what it needs to be true of the family.</summary>
/// <param name="Template">See <see cref="PhraseText"/>.</param>
/// <param name="Speakers">Who would say it.</param>
/// <param name="Facts">What must be so for it to be said.</param>
/// <param name="Theme">The attribute or dial it speaks of.</param>
/// <param name="Question">In a file that serves several questions, the one it answers.</param>
/// <param name="Part">Its place in a long account.</param>
/// <param name="Short">It is the whole answer.</param>
internal sealed record Phrase(
    string Template, Tone Tone, Speakers Speakers, Facts Facts, string? Theme, string? Question, StoryPart Part, bool Short)
{
    public bool Suits(Family family) => (Speakers & family.Speaker) != Speakers.None && (Facts & ~family.Facts) == Facts.None;
}

[Flags]
internal enum Speakers
{
    None = 0,
    Mother = 1,
    Father = 2,
    Grandmother = 4,
    Foster = 8,
    Teenager = 16,
    Child = 32,
    Parents = Mother | Father,
    Family = Mother | Father | Grandmother,
    Young = Teenager | Child,
}

[Flags]
internal enum Facts
{
    None = 0,
    Stable = 1,
    Changed = 2,
    Care = 4,
    Home = 8,
    New = 16,
    Anonymous = 32,
    Named = 64,
    Unnamed = 128,
}

internal enum StoryPart
{
    None,
    Opening,
    Middle,
    Turn,
    Close,
}
