using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Demonstration.Words;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using InvitedFamily = RelationalPractice.Invitations.Family;

namespace RelationalPractice.Demonstration;

/// <summary>
/// Some forty families with the people who may be asked, most of them of the worker who signs in and of the rest of that team. Invented names,
/// Ofcom's numbers for drama, addresses of example.org.
/// </summary>
internal sealed class FamilyRows(PracticeDbContext db, DemonstrationOptions options, PersonalDataProtector personalData, ContactKey key)
{
    private const int Families = 40;
    private const int OfTheWorker = 9;
    private const int OfTheTeam = 17;

    private int _people;

    public void Add(IReadOnlyList<WorkerInPost> workers)
    {
        var team = workers.Where(w => w.TeamId == workers[0].TeamId).ToList();
        for (var number = 0; number < Families; number++)
        {
            var dice = Dice.For(options.Seed, Dice.Stream.Families, number);
            AddFamily(number switch
            {
                < OfTheWorker => workers[0],
                < OfTheWorker + OfTheTeam => team[1 + dice.Below(team.Count - 1)],
                _ => workers[dice.Below(workers.Count)],
            }, dice);
        }
    }

    private void AddFamily(WorkerInPost worker, Dice dice)
    {
        var started = options.Today.AddDays(-dice.Between(1, 420));
        var ended = dice.Happens(0.15) ? options.Today.AddDays(-dice.Between(0, 60)) : (DateOnly?)null;
        var family = new InvitedFamily
        {
            Id = dice.Id(),
            WorkerId = worker.Id,
            StartedOn = started,
            EndedOn = ended < started ? started : ended,
            IntervalMonths = dice.Happens(0.1) ? 6 : null,
            PausedUntil = dice.Happens(0.06) ? options.Today.AddDays(dice.Between(10, 60)) : null,
        };
        db.Families.Add(family);
        var surname = NameStock.Surname(dice);
        for (var people = dice.Between(1, 2); people > 0; people--)
        {
            AddPerson(family, surname, dice);
        }
    }

    private void AddPerson(InvitedFamily family, string surname, Dice dice)
    {
        var woman = dice.Happens(0.6);
        var name = $"{(woman ? NameStock.Girl(dice) : NameStock.Boy(dice))} {surname}";
        // Each their own: 07700 900000 to 900999 are for drama.
        var number = _people++;
        var way = dice.Weighted(70, 15, 15);
        var details = new ContactDetails(
            name,
            way == 1 ? null : TelephoneNumber.Parse($"07700900{number:D3}"),
            way == 0 ? null : EmailAddress.Parse($"{Words.Family.Plain(name).ToLowerInvariant().Replace(' ', '.')}{number}@example.org"),
            dice.Happens(0.1) ? dice.Of("cy", "pl", "ur") : "en",
            MayText: !dice.Happens(0.1),
            MayEmail: true,
            dice.Happens(0.15) ? dice.Of(SafeHours.Mornings, SafeHours.Afternoons, SafeHours.Evenings) : SafeHours.Any,
            dice.Happens(0.1) ? "Her phone is shared: do not say who we are." : null);
        var person = ContactPerson.Of(dice.Id(), details, key, personalData);
        db.ContactPeople.Add(person);
        db.FamilyMembers.Add(new FamilyMember
        {
            FamilyId = family.Id,
            PersonId = person.Id,
            Role = dice.Weighted(70, 10, 8, 2, 10) switch
            {
                0 => FamilyRole.Parent,
                1 => FamilyRole.Carer,
                2 => FamilyRole.Relative,
                3 => FamilyRole.Friend,
                _ => FamilyRole.YoungPerson,
            },
        });
    }
}
