using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;

namespace RelationalPractice.Demonstration;

/// <summary>Loads the demonstration authority: all of it in one transaction, or nothing.</summary>
public sealed class DemonstrationLoader(PracticeDbContext db, PersonalDataProtector personalData, AuthorityKeys keys, IBulk bulk)
{
    private const int BatchSize = 1_000;

    /// <param name="progress">Told how many responses are written so far.</param>
    public async Task<DemonstrationOutcome> LoadAsync(
        DemonstrationOptions options, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var authority = await db.Authorities.SingleOrDefaultAsync(cancellation);
        if (authority?.Name == DemonstrationAuthority.Instance.Name) return new DemonstrationOutcome(DemonstrationResult.AlreadyThere, []);
        if (authority is not null && await IsInUseAsync(authority, cancellation)) return new DemonstrationOutcome(DemonstrationResult.AnotherAuthority, []);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var arrivals = new Arrivals(options.Responses, options.Seed, options.Today);
        var rows = new AuthorityRows(db, options, arrivals.First.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc));
        authority = rows.AddAuthority(authority, keys.NewReceiptKey);
        var workers = rows.AddPeople();
        var questionnaires = await rows.AddQuestionnairesAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        new FamilyRows(db, options, personalData, ContactKey.Of(keys.Open(authority.ReceiptKey))).Add(workers);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();

        var receipts = ReceiptSamples.For(options.Responses, PlanOf, keys.Open(authority.ReceiptKey));
        var composer = new ResponseComposer(options, questionnaires, receipts, personalData);
        await WriteAsync(InOrderOfIdentifiers().Select(number => composer.Compose(PlanOf(number))), progress, cancellation);
        await new SupervisionRows(db, personalData, questionnaires, options).AddAsync(cancellation);
        await new InterviewRows(db, options, personalData, keys.Open(authority.ReceiptKey)).AddAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await bulk.FinishAsync(db, cancellation);
        return new DemonstrationOutcome(DemonstrationResult.Loaded, receipts.All);

        ResponsePlan PlanOf(int number) => ResponsePlan.Of(number, options.Seed, arrivals, workers);

        int[] InOrderOfIdentifiers()
        {
            int[] numbers = [.. Enumerable.Range(0, options.Responses)];
            Array.Sort([.. numbers.Select(number => bulk.Rank(ResponsePlan.IdOf(number, options.Seed)))], numbers);
            return numbers;
        }
    }

    // An authority that set-up made and nobody has touched may become the demonstration.
    private async Task<bool> IsInUseAsync(Authority authority, CancellationToken cancellation) =>
        authority.Telephone.Length > 0
        || authority.Email.Length > 0
        || await db.Users.AnyAsync(cancellation)
        || await db.ServiceAreas.AnyAsync(cancellation)
        || await db.SurveyLinks.AnyAsync(cancellation)
        || await db.SurveyResponses.AnyAsync(cancellation);

    // One core composes while the other writes; the channel keeps no more than a few batches in memory.
    private async Task WriteAsync(IEnumerable<SurveyResponse> responses, IProgress<int>? progress, CancellationToken cancellation)
    {
        var batches = Channel.CreateBounded<SurveyResponse[]>(capacity: 4);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var composing = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var batch in responses.Chunk(BatchSize)) await batches.Writer.WriteAsync(batch, stop.Token);
                    batches.Writer.Complete();
                }
                catch (Exception trouble)
                {
                    batches.Writer.Complete(trouble);
                }
            },
            CancellationToken.None);
        try
        {
            var written = 0;
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellation))
            {
                await bulk.WriteAsync(db, batch, cancellation);
                await bulk.WriteAsync(db, batch.SelectMany(response => response.Answers), cancellation);
                progress?.Report(written += batch.Length);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await composing;
        }
    }
}
