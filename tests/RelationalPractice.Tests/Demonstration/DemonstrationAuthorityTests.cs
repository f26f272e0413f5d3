using RelationalPractice.Demonstration;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Demonstration;

public sealed class DemonstrationAuthorityTests
{
    private static readonly DemonstrationAuthority Authority = DemonstrationAuthority.Instance;

    private static readonly List<DemonstrationWorker> Workers = [.. Authority.Areas.SelectMany(a => a.Teams).SelectMany(t => t.Workers)];

    [Fact]
    public void Areas_TeamsAndWorkers_AreAsManyAsPromised()
    {
        Authority.Areas.Count.ShouldBe(4);
        Authority.Areas.Sum(area => area.Teams.Count).ShouldBe(8);
        Workers.Count.ShouldBe(60);
        Workers.Select(worker => worker.Name).Distinct().Count().ShouldBe(60);
        Workers.ShouldAllBe(worker => worker.Pronoun == "she" || worker.Pronoun == "he");
    }

    [Fact]
    public void Workers_TwoOfDifferentTeams_HaveNamesOneLetterApart()
    {
        Workers.ShouldContain(worker => worker.Name == "Sarah Colling");
        Workers.ShouldContain(worker => worker.Name == "Sara Colling");
    }

    [Fact]
    public void Workers_SomeNames_CarryAccents() => Workers.Count(worker => worker.Name.Any(c => c > 127)).ShouldBeGreaterThan(5);

    [Fact]
    public void Codes_All_AreLinkCodesAndDiffer()
    {
        var codes = Authority.Links.Select(link => link.Code)
            .Concat(Authority.Areas.Select(area => area.Code))
            .Concat(Authority.Areas.SelectMany(area => area.Teams).Select(team => team.Code))
            .Concat(Workers.Select(worker => worker.Code).OfType<string>())
            .ToList();

        codes.ShouldAllBe(code => LinkCode.Parse(code)!.Value == code);
        codes.Distinct().Count().ShouldBe(codes.Count);
        Authority.Links.Select(link => AudienceSlug.Parse(link.Audience)).ShouldBe([null, Audience.ParentCarer, Audience.YoungPerson], ignoreOrder: true);
    }

    [Fact]
    public void Telephones_All_AreForDrama() =>
        new[] { Authority.Telephone, Authority.FrontDoorTelephone, Authority.OutOfHoursTelephone, Authority.AdvocacyTelephone }
            .ShouldAllBe(telephone => telephone.StartsWith("01632 960 ", StringComparison.Ordinal) && telephone.Length == 13);

    [Fact]
    public void Accounts_Ten_CoverEveryRole()
    {
        Authority.Accounts.Select(account => account.Email).ShouldBe(
        [
            "administrator@demo.example", "qa@demo.example", "qa2@demo.example", "manager@demo.example", "worker@demo.example",
            "interviewer@demo.example", "facilitator@demo.example", "board@demo.example", "senior@demo.example", "dpo@demo.example",
        ]);
        Authority.Accounts.Select(account => account.Role).Distinct().ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);
    }

    [Fact]
    public void WorkerAccount_IsOneOfTheWorkers() =>
        Workers.ShouldContain(worker => worker.Name == Authority.Accounts.Single(account => account.Role == Role.Worker).DisplayName);
}
