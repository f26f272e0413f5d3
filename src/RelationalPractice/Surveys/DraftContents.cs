using System.Text.Json;
using System.Text.Json.Serialization;

namespace RelationalPractice.Surveys;

/// <summary>Everything a draft knows, before it is sealed. It exists in memory for the length of one request.</summary>
public sealed class DraftContents
{
    // Set from inside and neither required nor init: those send the JSON reader down a path that took 4 % of the program's processor time.
    [JsonInclude]
    public Guid QuestionnaireId { get; internal set; }

    /// <summary>What the link said: the area, team or worker this is about.</summary>
    [JsonInclude]
    public Guid? ServiceAreaId { get; internal set; }

    [JsonInclude]
    public Guid? TeamId { get; internal set; }

    [JsonInclude]
    public Guid? WorkerId { get; internal set; }

    /// <summary>The invitation whose link they came by, while they may still give their name. Nothing outside the draft knows of it.</summary>
    [JsonInclude]
    public Guid? InvitationId { get; internal set; }

    [JsonInclude]
    public Tier? Tier { get; internal set; }

    /// <summary>The page that asks who is meant was sent, with or without an answer.</summary>
    [JsonInclude]
    public bool WhoAnswered { get; internal set; }

    [JsonInclude]
    public WhoAnswers Who { get; internal set; } = WhoAnswers.None;

    /// <summary>The family lets the worker see their scores, not their words.</summary>
    [JsonInclude]
    public bool ScoresOnly { get; internal set; }

    /// <summary>Questions answered or skipped, by key.</summary>
    [JsonInclude]
    public ISet<string> Visited { get; internal set; } = new HashSet<string>(StringComparer.Ordinal);

    [JsonInclude]
    public SurveyAnswers Answers { get; internal set; } = SurveyAnswers.None;

    /// <summary>Of an interview: the window that saved last.</summary>
    [JsonInclude]
    public Guid? WindowId { get; internal set; }

    /// <summary>Of the row it was read from: what a page showed can be told from what came after.</summary>
    [JsonIgnore]
    public int Version { get; internal set; }

    [JsonIgnore]
    public SurveyProgress Progress => new(Tier, WhoAnswered, Visited.ToHashSet(StringComparer.Ordinal));

    public static DraftContents Start(Guid questionnaireId, SurveyLink? link, string? workerName) => new()
    {
        QuestionnaireId = questionnaireId,
        ServiceAreaId = link?.ServiceAreaId,
        TeamId = link?.TeamId,
        WorkerId = link?.WorkerId,
        Who = WhoAnswers.None with { WorkerName = workerName },
    };

    /// <summary>By a personal link: about its worker, of no area and no team.</summary>
    public static DraftContents StartByInvitation(Guid questionnaireId, Guid invitationId, Guid workerId, string workerName) => new()
    {
        QuestionnaireId = questionnaireId,
        InvitationId = invitationId,
        WorkerId = workerId,
        Who = WhoAnswers.None with { WorkerName = workerName },
    };

    /// <summary>Choosing a tier forgets at once what that tier must not keep. By which invitation they came is forgotten for good.</summary>
    public void Choose(Tier tier)
    {
        if (tier != Tier)
        {
            WhoAnswered = false;
        }

        Tier = tier;
        if (tier != Surveys.Tier.Named)
        {
            InvitationId = null;
        }

        Who = Who.KeptFor(tier);
        ScoresOnly = ScoresOnly && tier == Surveys.Tier.WorkerOnly;
        if (tier == Surveys.Tier.Anonymous)
        {
            WorkerId = null;
            TeamId = null;
        }
    }

    public void AnswerWho(WhoAnswers who, bool scoresOnly)
    {
        if (Tier is not { } tier)
        {
            return;
        }

        WhoAnswered = true;
        if (who.WorkerName != Who.WorkerName)
        {
            // The link's worker is no longer the one who is meant.
            WorkerId = null;
        }

        Who = who.KeptFor(tier);
        ScoresOnly = scoresOnly && tier == Surveys.Tier.WorkerOnly;
    }

    public void Answer(Question question, AnswerReading reading)
    {
        Answers = Answers.With(question, reading);
        Visited.Add(question.Key);
    }

    public void SavedBy(Guid windowId) => WindowId = windowId;

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, DraftJson.Default.DraftContents);

    public static DraftContents? FromBytes(byte[] bytes) => JsonSerializer.Deserialize(bytes, DraftJson.Default.DraftContents);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(DraftContents))]
internal sealed partial class DraftJson : JsonSerializerContext;
