namespace RelationalPractice.Surveys;

public enum Audience
{
    ParentCarer,
    YoungPerson,
}

public static class AudienceSlug
{
    public const string ParentCarer = "parent-carer";
    public const string YoungPerson = "young-person";

    public static string Of(Audience audience) => audience switch
    {
        Audience.ParentCarer => ParentCarer,
        Audience.YoungPerson => YoungPerson,
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, message: null),
    };

    public static Audience? Parse(string? slug) => slug switch
    {
        ParentCarer => Audience.ParentCarer,
        YoungPerson => Audience.YoungPerson,
        _ => null,
    };
}
