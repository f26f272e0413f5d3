using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>What is said of a tier before it is chosen: who reads it and where it falls short (domain: the three ways).</summary>
public static class TierWords
{
    public static string WhoReads(Tier tier, bool young) => (tier, young) switch
    {
        (Tier.Named, false) => "Who reads it: the quality team first, then your social worker and their manager. We keep your name, and a way to answer you if you give one.",
        (Tier.Named, true) => "Who reads it: the quality team first, then your social worker and their manager.",
        (Tier.WorkerOnly, false) => "Who reads it: the quality team first, then your social worker and their manager. They may still guess it is you. You can share your words, or your scores only.",
        (Tier.WorkerOnly, true) => "Who reads it: the quality team first, then your social worker and their manager. You can let them see your words, or only your scores.",
        (Tier.Anonymous, false) => "Who reads it: the quality team only. We do not ask for or keep who you are. Names you write in an answer are removed by the reader. We cannot use it to change things with your own social worker.",
        _ => "Who reads it: only the quality team. We do not ask who you are. If you write a name, they take it out. We cannot use it to change things with your own social worker.",
    };

    public static string Short(Tier tier) => tier switch
    {
        Tier.Named => "With your name",
        Tier.WorkerOnly => "With your social worker’s name only",
        _ => "Anonymously",
    };
}
