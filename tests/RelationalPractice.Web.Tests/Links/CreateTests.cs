using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Links;

public abstract class CreateTests(CreateTests.Site site)
{
    [Fact]
    public async Task Create_Nothing_SaysWhatToChoose()
    {
        var page = await SubmitAsync();

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe(["Say what you call this link", "Choose who answers", "Choose what the link belongs to"]);
    }

    [Fact]
    public async Task Create_LabelOverItsLimit_KeepsWhatWasTyped()
    {
        var label = new string('x', SurveyLink.LabelMaxLength + 1);

        var page = await SubmitAsync(("Label", label), ("Audience", CreatePage.Either), ("Target", CreatePage.Authority));

        page.Errors.ShouldBe([$"What you call it must be {SurveyLink.LabelMaxLength} characters or fewer"]);
        page.Document.QuerySelector("#Label")!.GetAttribute("value").ShouldBe(label);
        page.Document.QuerySelector("[name=Audience][checked]")!.GetAttribute("value").ShouldBe(CreatePage.Either);
        page.Document.QuerySelector("option[selected]")!.GetAttribute("value").ShouldBe(CreatePage.Authority);
    }

    [Fact]
    public async Task Create_LabelAtItsLimit_IsKept()
    {
        var label = new string('é', SurveyLink.LabelMaxLength);

        (await SubmitAsync(("Label", label), ("Audience", CreatePage.Either), ("Target", CreatePage.Authority))).Heading.ShouldBe(label);
    }

    [Theory]
    [InlineData("authority")]
    [InlineData("area")]
    [InlineData("team")]
    [InlineData("worker")]
    public async Task Create_EachTarget_BelongsToThatAlone(string kind)
    {
        var area = new ServiceArea { Id = Guid.NewGuid(), Name = $"Area {Guid.NewGuid():N}" };
        var team = new Team { Id = Guid.NewGuid(), Name = $"Team {Guid.NewGuid():N}", ServiceAreaId = area.Id };
        var worker = new Worker { Id = Guid.NewGuid(), Name = $"Worker {Guid.NewGuid():N}", TeamId = team.Id };
        await site.SaveAsync(area, team, worker);
        var (target, name) = kind switch
        {
            "area" => ($"area-{area.Id:N}", area.Name),
            "team" => ($"team-{team.Id:N}", team.Name),
            "worker" => ($"worker-{worker.Id:N}", worker.Name),
            _ => (CreatePage.Authority, "The whole authority"),
        };

        var page = await SubmitAsync(("Label", "Leaflet"), ("Audience", AudienceSlug.YoungPerson), ("Target", target));

        page.Text.ShouldContain(name);
        var link = await StoredAsync(page);
        link.Audience.ShouldBe(Audience.YoungPerson);
        (link.ServiceAreaId, link.TeamId, link.WorkerId).ShouldBe(
            (kind == "area" ? area.Id : null, kind == "team" ? team.Id : null, kind == "worker" ? worker.Id : (Guid?)null));
        LinkCode.Parse(link.Code)!.Value.ShouldBe(link.Code);
        (await site.AuditedAsync(AuditEventKind.LinkCreated, link.Id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("worker-00000000000000000000000000000000", AudienceSlug.ParentCarer)]
    [InlineData("everybody", AudienceSlug.ParentCarer)]
    [InlineData(CreatePage.Authority, "grown-ups")]
    public async Task Create_WhatThePageDoesNotOffer_IsRefused(string target, string audience)
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync("/links/create");

        (await browser.ForgeAsync("Make the link", ("Label", "Leaflet"), ("Audience", audience), ("Target", target))).Errors.ShouldHaveSingleItem().ShouldStartWith("Choose ");
    }

    [Fact]
    public async Task Create_CodeThatAnotherLinkHas_DrawsAnother()
    {
        var first = await StoredAsync(await SubmitLeafletAsync());
        site.Chance.Repeat(first.Code);

        var second = await StoredAsync(await SubmitLeafletAsync());

        site.Chance.Repeated.ShouldBeTrue();
        second.Code.ShouldNotBe(first.Code);
        (await site.AuditedAsync(AuditEventKind.LinkCreated, second.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Create_MarkupAndControlCharactersInTheLabel_IsShownAsText()
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync("/links/create");

        var page = await browser.ForgeAsync("Make the link", ("Label", "<script>alert(1)</script>\u0007 ok"), ("Audience", CreatePage.Either), ("Target", CreatePage.Authority));

        page.Heading.ShouldBe("<script>alert(1)</script> ok");
        (await browser.GetAsync("/links")).Text.ShouldContain("<script>alert(1)</script> ok");
    }

    private Task<Page> SubmitLeafletAsync() => SubmitAsync(("Label", "Leaflet"), ("Audience", CreatePage.Either), ("Target", CreatePage.Authority));

    private async Task<Page> SubmitAsync(params (string Field, string? Value)[] values)
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await browser.GetAsync("/links/create");
        return await browser.SubmitAsync("Make the link", values);
    }

    private Task<SurveyLink> StoredAsync(Page page)
    {
        var id = Guid.Parse(page.Path.Split('/')[2]);
        return site.InDatabaseAsync(db => db.SurveyLinks.SingleAsync(l => l.Id == id));
    }

    private static class CreatePage
    {
        public const string Either = Web.Pages.Links.CreateModel.EitherAudience;
        public const string Authority = Web.Pages.Links.LinkTarget.WholeAuthority;
    }

    /// <summary>Chance, except that it can be made to draw a code a second time.</summary>
    public sealed class RepeatingChance : Chance
    {
        private byte[]? _next;

        public bool Repeated { get; private set; }

        public void Repeat(string code) =>
            _next = [.. code.Select(c => (byte)LinkCode.Alphabet.IndexOf(c, StringComparison.Ordinal))];

        public override byte[] Bytes(int count)
        {
            if (_next is not { } repeat || repeat.Length != count)
            {
                return base.Bytes(count);
            }

            _next = null;
            Repeated = true;
            return repeat;
        }
    }

    public abstract class Site(TestDatabaseProvider provider) : StaffSite(provider)
    {
        public RepeatingChance Chance { get; } = new();

        protected override void ConfigureServices(IServiceCollection services)
        {
            base.ConfigureServices(services);
            services.Replace(ServiceDescriptor.Singleton<Chance>(Chance));
        }
    }

    public sealed class SqliteSite() : Site(TestDatabaseProvider.Sqlite);

    public sealed class PostgreSqlSite() : Site(TestDatabaseProvider.PostgreSql);

    public sealed class OnSqlite(SqliteSite site) : CreateTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : CreateTests(site), IClassFixture<PostgreSqlSite>;
}
