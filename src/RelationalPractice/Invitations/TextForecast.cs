namespace RelationalPractice.Invitations;

/// <summary>What a year of texts comes to. Nobody knows who will answer by name, so it lies between no reminder at all and one for every invitation.</summary>
/// <param name="FewestTexts">As they are charged, without reminders.</param>
/// <param name="MostTexts">With a reminder for every invitation that may have one.</param>
public sealed record TextForecast(int FewestTexts, int MostTexts, int FreeTexts, int PriceHundredthsOfPenny)
{
    public decimal FewestPounds => Pounds(FewestTexts);

    public decimal MostPounds => Pounds(MostTexts);

    /// <param name="rounds">Invitations by text in the year.</param>
    /// <param name="segments">As how many texts each message is charged.</param>
    public static TextForecast Of(int rounds, int segments, InvitationSettings settings) => new(
        rounds * segments,
        rounds * segments * (settings.ReminderAfterDays == 0 ? 1 : 2),
        settings.FreeTexts,
        settings.TextPriceHundredthsOfPenny);

    private decimal Pounds(int texts) => Math.Max(0, texts - FreeTexts) * PriceHundredthsOfPenny / 10_000m;
}
