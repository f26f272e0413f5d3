using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Web.Messaging;

namespace RelationalPractice.Testing.Invitations;

/// <summary>
/// Lives through the days of many families with a clock of its own: plans each morning, sends at the hours of the day, and is killed at
/// random on the way, then begun anew. Afterwards what the families got is held against what they should have got, reckoned plainly.
/// </summary>
public sealed class InvitationSimulation(Action<DbContextOptionsBuilder> useDatabase, IBulk bulk, IDataProtectionProvider protection, SimulatedSender sender)
{
    private const int KillEvery = 2;
    private const int SoonSteps = 6;
    private const int LaterSteps = 60;

    /// <summary>What a process that died had claimed is another's by then.</summary>
    private static readonly TimeSpan UntilAnother = Sender.ClaimedFor + TimeSpan.FromMinutes(1);

    /// <summary>In each span of safe hours once.</summary>
    private static readonly TimeOnly[] Sendings = [new(9, 10), new(12, 40), new(17, 15)];

    private static readonly TimeOnly Planning = new(6, 0);

    private readonly Killer _killer = new();

    public async Task<SimulationReport> RunAsync(int familyCount, DateOnly firstDay, int days, int seed, CancellationToken cancellation)
    {
        var families = SimulatedFamilies.Make(familyCount, firstDay, days, seed);
        var clock = new ManualClock(new DateTimeOffset(LocalTime.ToUtc(firstDay, TimeOnly.MinValue)));
        var provider = new SimulatedProvider(_killer, clock);
        var random = new Random(seed);
        var kills = 0;
        ContactKey key;
        await using (var db = Open())
        {
            var authority = await db.Authorities.AsNoTracking().SingleAsync(cancellation);
            key = ContactKey.Of(new AuthorityKeys(protection, new Chance()).Open(authority.ReceiptKey));
            await families.SaveAsync(db, bulk, key, new PersonalDataProtector(protection), cancellation);
            await db.InvitationSettings.ExecuteUpdateAsync(set => set.SetProperty(s => s.Automatic, true), cancellation);
        }

        for (var day = firstDay; day < firstDay.AddDays(days); day = day.AddDays(1))
        {
            await HappenAsync(families, key, provider, day, cancellation);
            MoveTo(day, Planning);
            kills += await UntilDoneAsync(PlanAsync);
            foreach (var time in Sendings)
            {
                MoveTo(day, time);
                kills += await UntilDoneAsync(db => sender(db, provider, clock, cancellation));
            }
        }

        await using var after = Open();
        var invitations = await after.Invitations.AsNoTracking().ToDictionaryAsync(invitation => invitation.Id, cancellation);
        var settings = await after.InvitationSettings.AsNoTracking().SingleAsync(cancellation);
        var rows = await after.OutgoingMessages.AsNoTracking().ToDictionaryAsync(message => message.Id, cancellation);
        var taken = provider.Taken.Select(letter => TakenMessage.Of(letter, rows[letter.Letter.Id])).ToList();
        return new SimulationReport(
            taken.Count(message => message.Kind == OutgoingMessageKind.Invitation),
            taken.Count(message => message.Kind == OutgoingMessageKind.Reminder),
            kills,
            provider.Found,
            [.. new SimulationCheck(families, invitations, taken, key, settings, firstDay, firstDay.AddDays(days - 1)).Problems()]);

        void MoveTo(DateOnly day, TimeOnly time) => clock.MoveTo(new DateTimeOffset(LocalTime.ToUtc(day, time)));

        Task PlanAsync(PracticeDbContext db) => new InvitationPlanning(db, bulk, new Chance(), clock).KeepDailyAsync(key, cancellation);

        async Task<int> UntilDoneAsync(Func<PracticeDbContext, Task> work)
        {
            for (var struck = 0; ; struck++)
            {
                // A process that has just been begun anew is let live in the end: the day goes on.
                _killer.Set(struck < 3 && random.Next(KillEvery) == 0 ? random.Next(random.Next(2) == 0 ? SoonSteps : LaterSteps) : null);
                await using var db = Open();
                try
                {
                    await work(db);
                    if (!_killer.Struck)
                    {
                        _killer.Set(null);
                        return struck;
                    }
                }
                catch (Exception) when (_killer.Struck)
                {
                    // A process that was killed tells nobody why.
                }

                _killer.Set(null);
                clock.Advance(UntilAnother);
            }
        }
    }

    /// <summary>What families and staff do on a day, before anything else.</summary>
    private async Task HappenAsync(SimulatedFamilies families, ContactKey key, SimulatedProvider provider, DateOnly day, CancellationToken cancellation)
    {
        await using var db = Open();
        var ended = families.Places.Where(place => place.EndsOn == day).Select(place => place.FamilyId).Distinct().ToList();
        if (ended.Count > 0)
        {
            await db.Families.Where(f => ended.Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.EndedOn, day), cancellation);
        }

        foreach (var person in families.People.Where(person => person.PausesOn == day))
        {
            await db.ContactPeople.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.PausedUntil, person.PausedUntil), cancellation);
        }

        db.OptOuts.AddRange(families.People.Where(person => person.OptsOutOn == day).Select(person => new OptOut { ContactHash = key.HashOf(person.Mobile), Since = day, By = OptOutBy.Family }));
        await db.SaveChangesAsync(cancellation);
        var answering = families.People.Where(person => person.Answers).Select(person => person.Id).ToHashSet();
        var sent = provider.Taken.Where(taken => SimulationCheck.DayOf(taken.AtUtc).AddDays(SimulationCheck.AnswersAfterDays) == day).Select(taken => taken.Letter.Id).ToHashSet();
        foreach (var message in await db.OutgoingMessages.AsNoTracking().Where(m => sent.Contains(m.Id) && m.Kind == OutgoingMessageKind.Invitation).ToListAsync(cancellation))
        {
            if (answering.Contains(message.PersonId!.Value))
            {
                await InvitationAnswers.NoteAsync(db, message.AboutId, day, cancellation);
            }
        }
    }

    private PracticeDbContext Open()
    {
        var options = new DbContextOptionsBuilder<PracticeDbContext>();
        useDatabase(options);
        return new PracticeDbContext(options.AddInterceptors(_killer).Options);
    }
}

/// <param name="Found">How often the provider already had what it was asked about.</param>
/// <param name="Problems">Empty when everybody got what they should have, on its day and once.</param>
public sealed record SimulationReport(int Invitations, int Reminders, int Kills, int Found, IReadOnlyList<string> Problems);
